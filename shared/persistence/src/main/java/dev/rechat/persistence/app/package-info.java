/** The Dify apps an administrator has added. */
@NullMarked
package dev.rechat.persistence.app;

import org.jspecify.annotations.NullMarked;
