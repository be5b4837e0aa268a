@NullMarked
package dev.rechat.local.doctor.timing;

import org.jspecify.annotations.NullMarked;
