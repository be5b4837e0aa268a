@NullMarked
package dev.rechat.runlog.writing;

import org.jspecify.annotations.NullMarked;
