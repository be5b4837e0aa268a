/** Bodies that carry files. */
@NullMarked
package dev.rechat.web.upload;

import org.jspecify.annotations.NullMarked;
