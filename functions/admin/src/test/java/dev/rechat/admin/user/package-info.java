/** What administrators do to accounts, over HTTP and on a real database. */
@NullMarked
package dev.rechat.admin.user;

import org.jspecify.annotations.NullMarked;
