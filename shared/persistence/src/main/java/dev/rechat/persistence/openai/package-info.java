/** What programs that speak OpenAI's API have said, as far as their next request must be recognised by it. */
@NullMarked
package dev.rechat.persistence.openai;

import org.jspecify.annotations.NullMarked;
