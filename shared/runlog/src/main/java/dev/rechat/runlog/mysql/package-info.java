/** Run logs in the database that everything else is in. */
@NullMarked
package dev.rechat.runlog.mysql;

import org.jspecify.annotations.NullMarked;
