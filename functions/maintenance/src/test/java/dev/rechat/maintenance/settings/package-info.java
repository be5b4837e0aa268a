@NullMarked
package dev.rechat.maintenance.settings;

import org.jspecify.annotations.NullMarked;
