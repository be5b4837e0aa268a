/** Files of questions and answers: what they are and where Dify has them; never their bytes. */
@NullMarked
package dev.rechat.persistence.file;

import org.jspecify.annotations.NullMarked;
