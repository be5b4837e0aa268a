/** What administrators see of housekeeping. */
@NullMarked
package dev.rechat.admin.maintenance;

import org.jspecify.annotations.NullMarked;
