/** What may be spent, as administrators say it and see it. */
@NullMarked
package dev.rechat.admin.budget;

import org.jspecify.annotations.NullMarked;
