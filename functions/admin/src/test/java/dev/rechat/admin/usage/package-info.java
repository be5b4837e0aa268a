/** What administrators see of what was used. */
@NullMarked
package dev.rechat.admin.usage;

import org.jspecify.annotations.NullMarked;
