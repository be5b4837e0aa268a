/** {@code ./rechat doctor}: looks at Dify, the database and one's own address, and says what to change. */
@NullMarked
package dev.rechat.local.doctor;

import org.jspecify.annotations.NullMarked;
