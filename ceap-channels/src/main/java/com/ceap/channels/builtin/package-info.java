/** The channels that come with the platform: what a program may say of them, whom they reach. */
package com.ceap.channels.builtin;
