/** Bodies that carry files: how large they may be, and what is in them. */
@NullMarked
package dev.rechat.web.upload;

import org.jspecify.annotations.NullMarked;
