@NullMarked
package dev.rechat.local.apps;

import org.jspecify.annotations.NullMarked;
