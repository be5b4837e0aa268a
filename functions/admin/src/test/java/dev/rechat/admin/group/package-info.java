/** Groups over HTTP. */
@NullMarked
package dev.rechat.admin.group;

import org.jspecify.annotations.NullMarked;
