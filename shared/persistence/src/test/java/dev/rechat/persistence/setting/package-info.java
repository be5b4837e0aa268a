@NullMarked
package dev.rechat.persistence.setting;

import org.jspecify.annotations.NullMarked;
