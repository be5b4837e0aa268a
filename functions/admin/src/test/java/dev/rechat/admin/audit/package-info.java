/** What administrators read, and what is written down of it. */
@NullMarked
package dev.rechat.admin.audit;

import org.jspecify.annotations.NullMarked;
