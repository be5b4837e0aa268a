/** People as a table, over HTTP and on a real database. */
@NullMarked
package dev.rechat.admin.user.csv;

import org.jspecify.annotations.NullMarked;
