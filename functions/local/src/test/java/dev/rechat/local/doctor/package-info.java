@NullMarked
package dev.rechat.local.doctor;

import org.jspecify.annotations.NullMarked;
