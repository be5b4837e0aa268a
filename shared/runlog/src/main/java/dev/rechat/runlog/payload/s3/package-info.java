/** Payloads as objects of AWS S3, or of a store that speaks as S3 does. */
@NullMarked
package dev.rechat.runlog.payload.s3;

import org.jspecify.annotations.NullMarked;
