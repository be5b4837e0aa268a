@NullMarked
package dev.rechat.testing.gateway;

import org.jspecify.annotations.NullMarked;
