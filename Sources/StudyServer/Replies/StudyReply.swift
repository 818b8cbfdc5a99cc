import PerceptualStudy

/// What a judge's page learns of the study as a whole. Nothing in it tells real from fake.
struct StudyReply: Encodable, Sendable {
  let title: String
  let consent: String
  let consentVersion: String
  let consentHash: String
  let exposure: Exposure
  let imageSize: Int
  let breakEvery: Int
  let practiceTrials: Int
  let mainTrials: Int
  /// Heartbeats are sent this often.
  let heartbeatSeconds: Int
}
