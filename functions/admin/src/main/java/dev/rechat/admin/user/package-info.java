/** The routes below {@code /api/v1/admin/users}. */
@NullMarked
package dev.rechat.admin.user;

import org.jspecify.annotations.NullMarked;
