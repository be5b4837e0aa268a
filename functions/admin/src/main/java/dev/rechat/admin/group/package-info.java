/** Groups of people: who is in them is what decides which apps exist for whom. */
@NullMarked
package dev.rechat.admin.group;

import org.jspecify.annotations.NullMarked;
