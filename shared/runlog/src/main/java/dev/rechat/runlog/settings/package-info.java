/** Which store keeps run logs, whose they are, and how long. */
@NullMarked
package dev.rechat.runlog.settings;

import org.jspecify.annotations.NullMarked;
