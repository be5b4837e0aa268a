@NullMarked
package dev.rechat.runlog.payload.s3;

import org.jspecify.annotations.NullMarked;
