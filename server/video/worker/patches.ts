/** A change to the worker's own source that Debian's libraries need: exact text for exact text, or the build stops. */
export interface Patch {
  readonly file: string
  readonly why: string
  readonly find: string
  readonly replace: string
}

/** Applied to copies in the cache, never to what npm installed. */
export const patches: readonly Patch[] = [
  {
    file: 'src/RTC/DtlsTransport.cpp',
    why:
      'Debian builds OpenSSL with kernel TLS. It then asks the memory BIO for BIO_CTRL_GET_KTLS_SEND; the callback ' +
      'answers 1 because it compares instead of testing the bit, OpenSSL writes through a buffer that is not there, ' +
      'and the worker dies of SIGSEGV at the first DTLS handshake.',
    find: '(operationType == BIO_CB_RETURN) ? static_cast<long>(ret) : 1',
    replace: '(operationType & BIO_CB_RETURN) ? static_cast<long>(ret) : 1',
  },
]

/**
 * The worker is written against libsrtp 3, Debian has libsrtp 2. This header comes before every file of the worker
 * and gives it the calls it knows: copy, then protect in place. The output has room for the trailer, because the
 * worker checks its own buffer against SRTP_MAX_TRAILER_LEN before it calls.
 */
export const libsrtp2Header = `#pragma once
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <srtp.h>

#define srtp_err_status_buffer_small static_cast<srtp_err_status_t>(28)
#define srtp_err_status_cryptex_err static_cast<srtp_err_status_t>(29)

namespace custodes_srtp
{
	using Call = srtp_err_status_t (*)(srtp_t, void*, int*);

	inline srtp_err_status_t InPlace(
	  Call call, srtp_t ctx, const uint8_t* in, size_t inLen, uint8_t* out, size_t* outLen, size_t room)
	{
		if (*outLen < inLen + room)
		{
			return srtp_err_status_buffer_small;
		}
		if (in != out)
		{
			std::memmove(out, in, inLen);
		}
		int len = static_cast<int>(inLen);
		const srtp_err_status_t status = call(ctx, out, &len);
		if (status == srtp_err_status_ok)
		{
			*outLen = static_cast<size_t>(len);
		}
		return status;
	}
} // namespace custodes_srtp

inline srtp_err_status_t srtp_protect(
  srtp_t ctx, const uint8_t* rtp, size_t len, uint8_t* srtp, size_t* srtpLen, size_t /*mki*/)
{
	return custodes_srtp::InPlace(
	  static_cast<custodes_srtp::Call>(srtp_protect), ctx, rtp, len, srtp, srtpLen, SRTP_MAX_TRAILER_LEN);
}

inline srtp_err_status_t srtp_protect_rtcp(
  srtp_t ctx, const uint8_t* rtcp, size_t len, uint8_t* srtcp, size_t* srtcpLen, size_t /*mki*/)
{
	return custodes_srtp::InPlace(
	  static_cast<custodes_srtp::Call>(srtp_protect_rtcp), ctx, rtcp, len, srtcp, srtcpLen, SRTP_MAX_TRAILER_LEN + 4);
}

inline srtp_err_status_t srtp_unprotect(srtp_t ctx, const uint8_t* srtp, size_t len, uint8_t* rtp, size_t* rtpLen)
{
	return custodes_srtp::InPlace(
	  static_cast<custodes_srtp::Call>(srtp_unprotect), ctx, srtp, len, rtp, rtpLen, 0);
}

inline srtp_err_status_t srtp_unprotect_rtcp(srtp_t ctx, const uint8_t* srtcp, size_t len, uint8_t* rtcp, size_t* rtcpLen)
{
	return custodes_srtp::InPlace(
	  static_cast<custodes_srtp::Call>(srtp_unprotect_rtcp), ctx, srtcp, len, rtcp, rtcpLen, 0);
}

inline srtp_err_status_t srtp_stream_remove(srtp_t ctx, uint32_t ssrc)
{
	return srtp_remove_stream(ctx, ssrc);
}
`
