const namespaces = [
  'xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"',
  'xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"',
  'xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"',
  'xmlns:di="http://www.omg.org/spec/DD/20100524/DI"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"',
  'xmlns:banshi="http://banshi.dev/schema/bpmn/1.0"',
].join(' ');

/** What a service needs at least: the application comes in, the owning department reviews it, it is granted or refused. It runs as it stands. */
export function starterDiagram(title: string, key: string): string {
  const id = key.replaceAll('-', '_');
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions ${namespaces} id="Definitions_${id}" targetNamespace="http://banshi.dev/bpmn">
  <bpmn:process id="Process_${id}" name="${escapeXml(title)}" isExecutable="true">
    <bpmn:startEvent id="Start" name="提交申请">
      <bpmn:extensionElements>
        <banshi:fields default="edit" />
      </bpmn:extensionElements>
      <bpmn:outgoing>Flow_submit</bpmn:outgoing>
    </bpmn:startEvent>
    <bpmn:userTask id="Task_review" name="受理审核">
      <bpmn:extensionElements>
        <zeebe:userTask />
        <zeebe:assignmentDefinition candidateGroups="department:$service" />
        <banshi:fields default="read" />
        <banshi:outcomes variable="reviewResult">
          <banshi:outcome value="approved" title="通过" titleEn="Approve" requireComment="false" />
          <banshi:outcome value="refused" title="不予通过" titleEn="Refuse" requireComment="true" />
        </banshi:outcomes>
      </bpmn:extensionElements>
      <bpmn:incoming>Flow_submit</bpmn:incoming>
      <bpmn:outgoing>Flow_decide</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:exclusiveGateway id="Gateway_review" name="审核结果" default="Flow_refused">
      <bpmn:incoming>Flow_decide</bpmn:incoming>
      <bpmn:outgoing>Flow_approved</bpmn:outgoing>
      <bpmn:outgoing>Flow_refused</bpmn:outgoing>
    </bpmn:exclusiveGateway>
    <bpmn:endEvent id="End_granted" name="准予">
      <bpmn:extensionElements>
        <banshi:result value="granted" />
      </bpmn:extensionElements>
      <bpmn:incoming>Flow_approved</bpmn:incoming>
    </bpmn:endEvent>
    <bpmn:endEvent id="End_refused" name="不予">
      <bpmn:extensionElements>
        <banshi:result value="refused" />
      </bpmn:extensionElements>
      <bpmn:incoming>Flow_refused</bpmn:incoming>
    </bpmn:endEvent>
    <bpmn:sequenceFlow id="Flow_submit" sourceRef="Start" targetRef="Task_review" />
    <bpmn:sequenceFlow id="Flow_decide" sourceRef="Task_review" targetRef="Gateway_review" />
    <bpmn:sequenceFlow id="Flow_approved" name="通过" sourceRef="Gateway_review" targetRef="End_granted">
      <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">= reviewResult = "approved"</bpmn:conditionExpression>
    </bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="Flow_refused" name="不通过" sourceRef="Gateway_review" targetRef="End_refused" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="Diagram_${id}">
    <bpmndi:BPMNPlane id="Plane_${id}" bpmnElement="Process_${id}">
${drawing}
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
`;
}

const shape = (element: string, x: number, y: number, width: number, height: number, label?: [x: number, y: number], more = '') =>
  `      <bpmndi:BPMNShape id="${element}_di" bpmnElement="${element}"${more}>
        <dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}" />${label ? bounds(label, element.startsWith('Start') || element.startsWith('Gateway') ? 56 : 30) : ''}
      </bpmndi:BPMNShape>`;
const edge = (element: string, points: [x: number, y: number][], label?: [x: number, y: number]) =>
  `      <bpmndi:BPMNEdge id="${element}_di" bpmnElement="${element}">
${points.map(([x, y]) => `        <di:waypoint x="${x}" y="${y}" />`).join('\n')}${label ? bounds(label, 40) : ''}
      </bpmndi:BPMNEdge>`;
const bounds = ([x, y]: [x: number, y: number], width: number) => `
        <bpmndi:BPMNLabel>
          <dc:Bounds x="${x}" y="${y}" width="${width}" height="14" />
        </bpmndi:BPMNLabel>`;

const drawing = [
  shape('Start', 162, 162, 36, 36, [152, 205]),
  shape('Task_review', 260, 140, 120, 80),
  shape('Gateway_review', 445, 155, 50, 50, [442, 131], ' isMarkerVisible="true"'),
  shape('End_granted', 592, 162, 36, 36, [595, 205]),
  shape('End_refused', 592, 282, 36, 36, [595, 325]),
  edge('Flow_submit', [[198, 180], [260, 180]]),
  edge('Flow_decide', [[380, 180], [445, 180]]),
  edge('Flow_approved', [[495, 180], [592, 180]], [524, 162]),
  edge('Flow_refused', [[470, 205], [470, 300], [592, 300]], [510, 282]),
].join('\n');

const escapeXml = (text: string) => text.replace(/[<>&"]/g, (character) => `&#${character.charCodeAt(0)};`);
