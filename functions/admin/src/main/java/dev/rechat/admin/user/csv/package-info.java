/** People as a table: taking one out, and bringing one in. */
@NullMarked
package dev.rechat.admin.user.csv;

import org.jspecify.annotations.NullMarked;
