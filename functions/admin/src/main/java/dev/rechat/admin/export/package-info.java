/** What exports have in common. */
@NullMarked
package dev.rechat.admin.export;

import org.jspecify.annotations.NullMarked;
