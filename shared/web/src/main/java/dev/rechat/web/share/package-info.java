/** Reading what somebody has shared by link. */
@NullMarked
package dev.rechat.web.share;

import org.jspecify.annotations.NullMarked;
