@NullMarked
package dev.rechat.local.hosted;

import org.jspecify.annotations.NullMarked;
