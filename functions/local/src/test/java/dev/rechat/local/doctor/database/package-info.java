@NullMarked
package dev.rechat.local.doctor.database;

import org.jspecify.annotations.NullMarked;
