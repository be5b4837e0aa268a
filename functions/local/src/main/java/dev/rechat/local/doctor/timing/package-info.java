/** When the events of a stream came, and whether something held them back. */
@NullMarked
package dev.rechat.local.doctor.timing;

import org.jspecify.annotations.NullMarked;
