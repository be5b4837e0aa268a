/** That nobody changes the audit log unnoticed. */
@NullMarked
package dev.rechat.accounts.audit;

import org.jspecify.annotations.NullMarked;
