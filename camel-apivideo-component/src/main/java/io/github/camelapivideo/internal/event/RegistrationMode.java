// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.event;

/** Whether a route registers its URL with the account. */
enum RegistrationMode {
    /** The application does. */
    none,
    /** A webhook is found or created, and stays. */
    reuse,
    /** A webhook is found or created, and is deleted when the route stops. */
    owned
}
