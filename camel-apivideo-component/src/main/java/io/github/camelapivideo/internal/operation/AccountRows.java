// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.operation;

import static io.github.camelapivideo.internal.input.AccountInputs.TTL;
import static io.github.camelapivideo.internal.input.AccountInputs.UPLOAD_TOKEN;
import static io.github.camelapivideo.internal.operation.Row.Group.account;

import io.github.camelapivideo.internal.request.UploadTokenRequests;

/** The operations about what an account has beside its videos. */
final class AccountRows {

    static final Row CREATE_UPLOAD_TOKEN = Row.call(
                    account,
                    values -> UploadTokenRequests.create(values.get(TTL)),
                    (token, values) -> Reply.answer(token))
            .reading(TTL);

    static final Row GET_UPLOAD_TOKEN = Row.call(
                    account,
                    values -> UploadTokenRequests.get(values.required(UPLOAD_TOKEN)),
                    (token, values) -> Reply.answer(token))
            .reading(UPLOAD_TOKEN);

    static final Row DELETE_UPLOAD_TOKEN = Row.call(
                    account,
                    values -> UploadTokenRequests.delete(values.required(UPLOAD_TOKEN)),
                    (deleted, values) -> Reply.deleted(UPLOAD_TOKEN))
            .reading(UPLOAD_TOKEN);

    private AccountRows() {}
}
