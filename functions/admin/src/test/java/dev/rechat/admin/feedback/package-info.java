/** What administrators read, and what is written down of it. */
@NullMarked
package dev.rechat.admin.feedback;

import org.jspecify.annotations.NullMarked;
