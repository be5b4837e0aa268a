/** The audit log as administrators see it. */
@NullMarked
package dev.rechat.admin.audit;

import org.jspecify.annotations.NullMarked;
