/** The MySQL store on a real server. */
@NullMarked
package dev.rechat.runlog.mysql;

import org.jspecify.annotations.NullMarked;
