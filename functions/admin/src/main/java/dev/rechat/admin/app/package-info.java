/** Dify apps as the administrator sees them: added, changed, tested, removed. */
@NullMarked
package dev.rechat.admin.app;

import org.jspecify.annotations.NullMarked;
