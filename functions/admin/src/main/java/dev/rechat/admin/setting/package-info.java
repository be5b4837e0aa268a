/** The routes below {@code /api/v1/admin/settings}. */
@NullMarked
package dev.rechat.admin.setting;

import org.jspecify.annotations.NullMarked;
