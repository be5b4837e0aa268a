@NullMarked
package dev.rechat.admin.removal;

import org.jspecify.annotations.NullMarked;
