@NullMarked
package dev.rechat.admin.budget;

import org.jspecify.annotations.NullMarked;
