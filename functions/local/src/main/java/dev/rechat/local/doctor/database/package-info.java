/** Whether a database can hold what the functions keep. */
@NullMarked
package dev.rechat.local.doctor.database;

import org.jspecify.annotations.NullMarked;
