/** What administrators see of runs. */
@NullMarked
package dev.rechat.admin.runlog;

import org.jspecify.annotations.NullMarked;
