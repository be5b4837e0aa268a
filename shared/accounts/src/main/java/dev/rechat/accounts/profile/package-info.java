/** What people's addresses, names and languages may look like. */
@NullMarked
package dev.rechat.accounts.profile;

import org.jspecify.annotations.NullMarked;
