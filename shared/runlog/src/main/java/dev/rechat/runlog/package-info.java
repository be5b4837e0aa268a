/** Run logs: what the runs of chatflows and workflows did. The contract of the stores that keep it. */
@NullMarked
package dev.rechat.runlog;

import org.jspecify.annotations.NullMarked;
